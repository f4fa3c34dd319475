package org.p13n.sample.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.servlet.ServletException;
import org.junit.jupiter.api.Test;

class ErrorPageServletTest {

    @Test
    void keepsTheStatusOfTheFailedRequest() {
        assertThat(ErrorPageServlet.status(403, null)).isEqualTo(403);
        assertThat(ErrorPageServlet.status(500, new IllegalStateException("broken")))
                .isEqualTo(500);
    }

    @Test
    void isNotAPageOfItsOwn() {
        assertThat(ErrorPageServlet.status(null, null)).isEqualTo(404);
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsOut() {
        assertThat(ErrorPageServlet.status(500, wrapped(new SQLException("refused", "08001"))))
                .isEqualTo(503);
        assertThat(ErrorPageServlet.status(500, wrapped(new SQLException("shutting down", "57P01"))))
                .isEqualTo(503);
    }

    @Test
    void callsAWrongStatementOurFault() {
        assertThat(ErrorPageServlet.status(500, wrapped(new SQLException("no such column", "42703"))))
                .isEqualTo(500);
    }

    private static Throwable wrapped(Throwable cause) {
        return new ServletException(new IllegalStateException(cause));
    }
}

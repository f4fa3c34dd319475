package org.p13n.sample.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Second line of defence behind {@link RefuseClassParametersFilter}: no binder of this shop touches {@code class}. */
@ControllerAdvice
public class RefuseClassFields {

    @InitBinder
    public void refuse(WebDataBinder binder) {
        binder.setDisallowedFields("class.*", "Class.*", "*.class.*", "*.Class.*");
    }
}

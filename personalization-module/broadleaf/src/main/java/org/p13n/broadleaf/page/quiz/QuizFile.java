package org.p13n.broadleaf.page.quiz;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.p13n.broadleaf.page.quiz.Question.Answer;
import org.p13n.engine.event.Preference;
import org.springframework.core.io.Resource;

/**
 * The file in which a merchandiser writes the quiz: UTF-8 CSV with the columns {@code question, about, choose, answer,
 * value}, one row per answer. Rows of the same question stand together; {@code choose} is {@code one} or {@code several}.
 */
public final class QuizFile {
    private static final List<String> COLUMNS = List.of("question", "about", "choose", "answer", "value");
    private static final String ONE = "one";
    private static final String SEVERAL = "several";
    private static final int MOST_QUESTIONS = 16;
    private static final int MOST_ANSWERS = 24;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_VALUE = 200;

    /** What a profile keeps of one declaration. */
    private static final int MOST_VALUES = 8;

    private final String name;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private String last = "";

    private QuizFile(String name) {
        this.name = name;
    }

    /**
     * The quiz of that file.
     *
     * @param file null if the shop has none
     * @throws IllegalArgumentException if the file is missing or breaks a rule; it names file, line, rule and remedy
     */
    public static Quiz read(Resource file) {
        if (file == null) {
            return Quiz.NONE;
        }
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return read(file.getDescription(), reader);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The quiz " + file.getDescription()
                            + " cannot be read: correct personalization.quiz.file, or leave it empty for no quiz",
                    e);
        }
    }

    static Quiz read(String name, Reader reader) throws IOException {
        QuizFile file = new QuizFile(name);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser rows = CSVParser.parse(reader, format)) {
            if (!rows.getHeaderNames().equals(COLUMNS)) {
                throw file.broken(1, "the columns must be " + String.join(",", COLUMNS), rows.getHeaderNames());
            }
            for (CSVRecord row : rows) {
                file.add(row, rows.getCurrentLineNumber());
            }
        } catch (java.io.UncheckedIOException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "The quiz " + name + " is no CSV: save it as UTF-8 with commas and quotes", e);
        }
        return new Quiz(List.copyOf(file.questions.values()));
    }

    private void add(CSVRecord row, long line) {
        require(row.size() == COLUMNS.size(), line, "a row must have " + COLUMNS.size() + " columns", row.toList());
        String text = text(row, "question", LONGEST_TEXT, line);
        String about = text(row, "about", LONGEST_VALUE, line);
        String choose = row.get("choose");
        require(choose.equals(ONE) || choose.equals(SEVERAL), line, "choose must be one or several", choose);
        Answer answer = new Answer(text(row, "answer", LONGEST_TEXT, line), value(row, about, line));

        Question known = questions.get(about);
        if (known == null) {
            require(questions.size() < MOST_QUESTIONS, line, "at most " + MOST_QUESTIONS + " questions", text);
            known = new Question(about, text, choose.equals(SEVERAL), List.of());
        } else {
            require(about.equals(last), line, "the rows of a question must stand together", text);
            require(known.text().equals(text), line, "only one question can be about " + about, text);
            require(
                    known.several() == choose.equals(SEVERAL),
                    line,
                    "a question has the same choose in all rows",
                    choose);
        }
        questions.put(about, withAnswer(known, answer, line));
        last = about;
    }

    private Question withAnswer(Question question, Answer answer, long line) {
        Set<String> values = new HashSet<>();
        question.answers().forEach(known -> values.add(known.value()));
        require(values.add(answer.value()), line, "the answers to a question must differ", answer.value());
        require(
                values.size() <= MOST_ANSWERS,
                line,
                "at most " + MOST_ANSWERS + " answers to a question",
                answer.label());
        List<Answer> answers = new ArrayList<>(question.answers());
        answers.add(answer);
        long most = answers.stream()
                .mapToInt(one -> one.values().size())
                .reduce(0, question.several() ? Integer::sum : Math::max);
        require(most <= MOST_VALUES, line, "at most " + MOST_VALUES + " values can be chosen at once", answer.value());
        return new Question(question.about(), question.text(), question.several(), answers);
    }

    private String value(CSVRecord row, String about, long line) {
        String value = text(row, "value", LONGEST_VALUE, line);
        for (String one : new Answer("", value).values()) {
            switch (about) {
                case Preference.PRICE ->
                    require(one.matches("[1-5]"), line, "a price level must be 1 (cheapest) to 5 (dearest)", one);
                case Preference.CATEGORY ->
                    require(one.startsWith("/"), line, "a category is given by its address, like /grocery/pantry", one);
                default -> {
                    require(!one.isEmpty(), line, "no value between two | must be empty", value);
                    require(!one.equals(QuizAnswers.NOTHING), line, "a value must be more than a dash", value);
                }
            }
        }
        return value;
    }

    private String text(CSVRecord row, String column, int longest, long line) {
        String text = row.get(column);
        require(!text.isEmpty(), line, column + " must not be empty", text);
        require(text.length() <= longest, line, column + " must have at most " + longest + " characters", text);
        return text;
    }

    private void require(boolean holds, long line, String rule, Object value) {
        if (!holds) {
            throw broken(line, rule, value);
        }
    }

    private IllegalArgumentException broken(long line, String rule, Object value) {
        return new IllegalArgumentException("The quiz " + name + ", line " + line + ": " + rule + " but found '" + value
                + "'; correct the line, or leave personalization.quiz.file empty for no quiz");
    }
}

package org.p13n.sample.data.file;

/** Why one row cannot be taken: the rule it breaks, in which column, with which value, and what to do about it. */
public final class RejectedRowException extends Exception {
    private final String column;
    private final String rule;
    private final String value;
    private final String remedy;

    public RejectedRowException(String column, String rule, String value, String remedy) {
        super("column " + column + ": " + rule + "; it is '" + value + "'. " + remedy);
        this.column = column;
        this.rule = rule;
        this.value = value;
        this.remedy = remedy;
    }

    public String column() {
        return column;
    }

    public String rule() {
        return rule;
    }

    public String value() {
        return value;
    }

    public String remedy() {
        return remedy;
    }
}

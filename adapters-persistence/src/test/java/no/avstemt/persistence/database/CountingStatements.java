package no.avstemt.persistence.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementContextListener;

/** How many statements a handle has run since this was put on it. */
public final class CountingStatements implements StatementContextListener {

    private int statements;

    public static CountingStatements on(Handle handle) {
        CountingStatements counting = new CountingStatements();
        handle.getConfig(SqlStatements.class).addContextListener(counting);
        return counting;
    }

    @Override
    public void contextCreated(StatementContext context) {
        statements++;
    }

    public int statements() {
        return statements;
    }
}

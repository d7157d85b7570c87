package no.avstemt.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.register.Label;
import org.jdbi.v3.core.Handle;

/** What one type of value has beside its label. */
interface Details<T> {

    Label label(T thing);

    /** From a row of {@link Values}. */
    T read(ResultSet row, Label label) throws SQLException;

    /** Writes what stands beside the label, over what may stand there. */
    void save(Handle handle, ClientAccountId client, long id, T thing);
}

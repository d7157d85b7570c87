/**
 * The registers of each client. What lines can be about lies in {@code dimension_value}, with the details of partners and
 * bank accounts beside it. What posted lines and entries refer to is held by the database.
 */
@NullMarked
package no.avstemt.persistence.register;

import org.jspecify.annotations.NullMarked;

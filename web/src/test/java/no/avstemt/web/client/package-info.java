/** What can be changed of a client account, over HTTP, on a real database. */
@NullMarked
package no.avstemt.web.client;

import org.jspecify.annotations.NullMarked;

/** The client against a server that answers oddly, and against the simulator. */
@NullMarked
package no.avstemt.vipps.client;

import org.jspecify.annotations.NullMarked;

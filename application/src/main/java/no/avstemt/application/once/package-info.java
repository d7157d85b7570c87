/**
 * A request that says by a key that it is one and the same is done once, however often it is sent.
 *
 * <p>The key, the change and the answer are one unit of work: they are all there or none is, also when the program dies.
 * The same request again gets the stored answer; another request with the same key is refused. Only what succeeded is
 * kept, for thirty days at least.
 *
 * <p>What a request of the office does asks Vipps, which no unit of work waits for: its key is claimed before and answered
 * after.
 */
@NullMarked
package no.avstemt.application.once;

import org.jspecify.annotations.NullMarked;

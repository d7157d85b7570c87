/**
 * The program: its settings, its commands, and the composition root. The only package that sees adapters; plain
 * constructors, top to bottom.
 */
@NullMarked
package no.avstemt;

import org.jspecify.annotations.NullMarked;

/** Tests of the domain, and {@code Given}: builders with sane defaults that other modules' tests use too. */
@NullMarked
package no.avstemt.domain;

import org.jspecify.annotations.NullMarked;

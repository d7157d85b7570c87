@NullMarked
package no.avstemt.persistence.schedule;

import org.jspecify.annotations.NullMarked;

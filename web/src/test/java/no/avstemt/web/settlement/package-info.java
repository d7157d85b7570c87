@NullMarked
package no.avstemt.web.settlement;

import org.jspecify.annotations.NullMarked;

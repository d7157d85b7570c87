/** Forms that carry files, as browsers write them. */
@NullMarked
package no.avstemt.web.multipart;

import org.jspecify.annotations.NullMarked;

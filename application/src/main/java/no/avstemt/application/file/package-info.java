/**
 * Files that document entries: stored whole with their hash, of a type that their content shows, for one client account.
 * Nobody changes them, and only those of drafts are taken away again.
 */
@NullMarked
package no.avstemt.application.file;

import org.jspecify.annotations.NullMarked;

/** Files beside entries, by their content. */

package dev.codeport.domain.code;

/**
 * A word that names a code, weighed by its company.
 *
 * @param weight 60 for words that name nothing else, 42 for others, 15 more beside a word of
 *     verifying or signing in
 */
record Label(int start, int end, boolean strong, int weight) {}

package org.leibniz.trainer.sft.internal.data;

/**
 * Rows of several examples each, laid end to end. Row-major arrays of {@code rows × context}; padding is a document of its own
 * at the end of a row.
 *
 * @param tokens token ids
 * @param positions of each token in its example, from 0
 * @param documents number of the example in its row, from 0; tokens see those before them with the same number
 * @param wanted places whose next token is learnt, ascending
 * @param targets the token after each of those places
 * @param used tokens that are not padding
 */
public record Batch(
    int rows, int context, long[] tokens, long[] positions, long[] documents, long[] wanted, long[] targets, int used) {}

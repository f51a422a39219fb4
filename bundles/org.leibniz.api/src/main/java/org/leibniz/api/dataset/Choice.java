package org.leibniz.api.dataset;

/**
 * One option of a multiple-choice problem.
 *
 * @param label the letter, upper case, without brackets
 * @param text what the option says, without its letter
 */
public record Choice(String label, String text) {}

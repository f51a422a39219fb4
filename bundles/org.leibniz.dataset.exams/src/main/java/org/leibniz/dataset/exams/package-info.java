/**
 * Multiple-choice examinations: AQuA-RAT, SAT Math, MMLU's mathematics and STEM subjects, and MathQA. Answers are letters.
 */
package org.leibniz.dataset.exams;

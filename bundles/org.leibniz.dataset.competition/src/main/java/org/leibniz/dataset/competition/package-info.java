/**
 * Competition, course and generated mathematics with free-form answers: MATH, DeepMind Mathematics, OCWCourses and TheoremQA.
 */
package org.leibniz.dataset.competition;

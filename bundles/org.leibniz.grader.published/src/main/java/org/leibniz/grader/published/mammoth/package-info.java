/** MAmmoTH's answer cleaning and comparison (arXiv 2309.05653; its math_eval programs as kept in seamoke/Human-Think-Language@41622fa). */
package org.leibniz.grader.published.mammoth;

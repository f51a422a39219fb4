/** Zero-shot-CoT's answer cleansing (arXiv 2205.11916; kojima-takeshi188/zero_shot_cot@5ef330f). */
package org.leibniz.grader.published.zeroshot;

package org.leibniz.grader.published.latex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fixed words of latex2sympy2's grammar (facts from its published token table), longest first for each first character. */
final class Lexicon {
  private static final Map<Character, List<Token>> WORDS = new HashMap<>();

  private Lexicon() {}

  static {
    add(Kind.PLUS, "+");
    add(Kind.MINUS, "-");
    add(Kind.TIMES, "* \\times \\cdot");
    add(Kind.DIVIDE, "/ \\over \\div :");
    add(Kind.MOD, "\\mod");
    add(Kind.L_PAREN, "(");
    add(Kind.R_PAREN, ")");
    add(Kind.L_GROUP, "\\lgroup");
    add(Kind.R_GROUP, "\\rgroup");
    add(Kind.L_BRACE, "{");
    add(Kind.R_BRACE, "}");
    add(Kind.L_BRACE_VISUAL, "\\{");
    add(Kind.R_BRACE_VISUAL, "\\}");
    add(Kind.L_BRACE_CMD, "\\lbrace");
    add(Kind.R_BRACE_CMD, "\\rbrace");
    add(Kind.L_BRACKET, "[");
    add(Kind.R_BRACKET, "]");
    add(Kind.L_BRACK, "\\lbrack");
    add(Kind.R_BRACK, "\\rbrack");
    add(Kind.BAR, "|");
    add(Kind.L_VERT, "\\lvert");
    add(Kind.R_VERT, "\\rvert");
    add(Kind.VERT, "\\vert");
    add(Kind.NORM, "\\|");
    add(Kind.L_FLOOR, "\\lfloor");
    add(Kind.R_FLOOR, "\\rfloor");
    add(Kind.LL_CORNER, "\\llcorner");
    add(Kind.LR_CORNER, "\\lrcorner");
    add(Kind.L_CEIL, "\\lceil");
    add(Kind.R_CEIL, "\\rceil");
    add(Kind.UL_CORNER, "\\ulcorner");
    add(Kind.UR_CORNER, "\\urcorner");
    add(Kind.LEFT, "\\left");
    add(Kind.RIGHT, "\\right");
    add(Kind.M_LEFT, "\\mleft");
    add(Kind.M_RIGHT, "\\mright");
    add(Kind.LIM, "\\lim");
    add(Kind.APPROACH, "\\to \\rightarrow \\Rightarrow \\longrightarrow \\Longrightarrow");
    add(Kind.INTEGRAL, "\\int");
    add(Kind.SUM, "\\sum");
    add(Kind.PRODUCT, "\\prod");
    add(
        Kind.FUNCTION,
        "\\log \\ln \\exp \\sin \\cos \\tan \\csc \\sec \\cot \\arcsin \\arccos \\arctan \\arccsc \\arcsec \\arccot \\sinh"
            + " \\cosh \\tanh \\arsinh \\arcosh \\artanh \\arcsinh \\arccosh \\arctanh \\floor \\ceil \\det");
    add(Kind.MULTI_FUNCTION, "\\gcd \\lcm \\max \\min");
    add(Kind.SQRT, "\\sqrt");
    add(Kind.OPERATOR_NAME, "\\operatorname");
    add(
        Kind.NAME_ONE,
        "arsinh arcsinh arcosh arccosh artanh arctanh floor ceil eye cols rows norm rank trace tr rref nullspace eig eigen"
            + " diagonalize eigenvals eigenvalues eigenvects eigenvectors svd SVD");
    add(Kind.NAME_MANY, "gcd lcm zeros ones diag hstack vstack orth ortho orthogonal orthogonalize");
    add(Kind.FRAC, "\\frac");
    add(Kind.BINOM, "\\binom \\tbinom \\dbinom");
    add(Kind.CHOOSE, "\\choose");
    for (String type : List.of("matrix", "pmatrix", "bmatrix")) {
      add(Kind.OTHER, type);
      add(Kind.MATRIX_START, "\\begin{" + type + "}");
      add(Kind.MATRIX_END, "\\end{" + type + "}");
    }
    add(Kind.OTHER, "vmatrix");
    add(Kind.DET_START, "\\begin{vmatrix}");
    add(Kind.DET_END, "\\end{vmatrix}");
    add(Kind.COLUMN, "&");
    add(Kind.ROW, "\\\\");
    add(Kind.UNDERSCORE, "_");
    add(Kind.CARET, "^");
    add(Kind.COMMA, ",");
    add(Kind.SEMICOLON, ";");
    add(Kind.OTHER, ". E \\xrightarrow \\xRightarrow <-> <=> \\leftrightarrow \\Leftrightarrow");
    add(Kind.EXP_E, "e \\exponentialE");
    add(
        Kind.GREEK,
        "\\alpha \\beta \\Gamma \\gamma \\Delta \\delta \\epsilon \\varepsilon \\zeta \\eta \\Theta \\theta \\vartheta"
            + " \\iota \\kappa \\Lambda \\lambda \\mu \\nu \\Xi \\xi \\omicron \\Pi \\varpi \\rho \\varrho \\Sigma \\sigma"
            + " \\varsigma \\tau \\Upsilon \\upsilon \\Phi \\phi \\varphi \\chi \\Psi \\psi \\Omega \\omega");
    add(
        Kind.OTHER_SYMBOL,
        "\\Bbbk \\wp \\nabla \\bigstar \\angle \\nexists \\diagdown \\measuredangle \\eth \\emptyset \\diagup"
            + " \\sphericalangle \\clubsuit \\varnothing \\Diamond \\complement \\diamondsuit \\imath \\Finv \\triangledown"
            + " \\heartsuit \\jmath \\Game \\triangle \\spadesuit \\ell \\hbar \\vartriangle \\hslash \\blacklozenge"
            + " \\lozenge \\blacksquare \\mho \\blacktriangle \\sharp \\prime \\Im \\flat \\square \\backprime \\Re \\natural"
            + " \\surd \\circledS");
    add(Kind.SYMBOL, "\\pi \\partial \\infty \\infty\\% \\$\\infty");
    add(
        Kind.ACCENT,
        "\\acute \\bar \\overline \\breve \\check \\widecheck \\dot \\ddot \\grave \\hat \\tilde \\widetilde \\vec"
            + " \\overrightarrow \\bm \\boldsymbol \\text \\textit \\mathbb \\mathbin \\mathbf \\mathcal \\mathclap"
            + " \\mathclose \\mathellipsis \\mathfrak \\mathinner \\mathnormal \\mathop \\mathopen \\mathord \\mathpunct"
            + " \\mathrel \\mathring \\mathrlap \\mathrm \\mathscr \\mathsf \\mathsterling \\mathtt \\mathit");
    add(Kind.IN, "\\in");
    add(Kind.ASSIGN, "=");
    add(Kind.EQUAL, "== \\equiv");
    add(Kind.LESS, "<");
    add(Kind.LESS_EQUAL, "\\leq \\le \\leqslant");
    add(Kind.GREATER, ">");
    add(Kind.GREATER_EQUAL, "\\geq \\ge \\geqslant");
    add(Kind.UNEQUAL, "!= !== \\ne \\neq \\not\\equiv");
    add(Kind.FACTORIAL, "!");
    add(Kind.TRANSPOSE, "^T ^{T} ^{\\top} '");
    WORDS.values().forEach(words -> words.sort(Comparator.comparingInt((Token word) -> word.text().length()).reversed()));
  }

  private static void add(Kind kind, String words) {
    for (String word : words.split(" ")) {
      WORDS.computeIfAbsent(word.charAt(0), first -> new ArrayList<>()).add(new Token(kind, word));
    }
  }

  /** The longest word that starts at {@code at}, or null. */
  static Token longest(String text, int at) {
    for (Token word : WORDS.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(word.text(), at)) {
        return word;
      }
    }
    return null;
  }
}

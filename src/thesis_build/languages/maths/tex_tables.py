"""The commands and symbols of TeX maths: which are dropped, which are texts, and which mean the same as another."""

from __future__ import annotations

TEXT = "\0"
"""How a token begins that is a text (`\\text{…}`), to be read as it is."""


def table(text: str) -> dict[str, str]:
    """Lines of pairs `name=name` as a table."""
    return dict(pair.split("=", 1) for pair in text.split())


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


FRACTIONS = frozenset({"\\frac", "\\binom"})
SIZES = frozenset({"left", "right", "middle"})
SKIPPED = _list("label tag tag* hspace hspace* vspace vspace* phantom hphantom vphantom color textcolor ref eqref cite")
TEXTS = _list("text textrm textit textbf textsf texttt textnormal textup mbox hbox emph intertext")
FONTS = _list("mathrm mathit mathbf mathsf mathtt mathcal mathfrak mathscr mathbb mathnormal boldsymbol bm pmb symbf")
SILENT = frozenset((" ", "\n", "\t")) | _list(
    ", ; : ! > / - @ quad qquad displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag "
    "hline thinspace medspace thickspace enspace allowbreak mathstrut strut smash rm bf it sf boxed cancel mathop "
    "mathrel mathbin mathord mathopen mathclose substack noindent centering relax"
)
BARE = _list("log ln exp max min sin cos tan Var Cov Corr")
SETS = {"N": "ℕ", "Z": "ℤ", "Q": "ℚ", "R": "ℝ", "C": "ℂ"}
PLAIN = table("lt=< gt=> colon=: vert=| ast=* star=*")
ALIASES = table(
    "dfrac=frac tfrac=frac cfrac=frac nicefrac=frac sfrac=frac dbinom=binom tbinom=binom leq=le leqslant=le geq=ge "
    "geqslant=ge neq=ne varepsilon=epsilon vartheta=theta varphi=phi varrho=rho varsigma=sigma "
    "varkappa=kappa varpi=pi dots=ldots cdots=ldots dotsc=ldots dotsb=ldots dotsm=ldots dotso=ldots dotsi=ldots "
    "vdots=ldots ddots=ldots hdots=ldots rightarrow=to longrightarrow=to gets=leftarrow "
    "longleftarrow=leftarrow longmapsto=mapsto Longrightarrow=implies Rightarrow=implies "
    "Longleftarrow=impliedby Leftarrow=impliedby Leftrightarrow=iff Longleftrightarrow=iff "
    "longleftrightarrow=leftrightarrow land=wedge lor=vee lnot=neg varnothing=emptyset lbrace={ rbrace=} "
    "owns=ni cong=simeq thickapprox=approx asymp=simeq doteq=simeq triangleq=coloneqq coloneq=coloneqq "
    "bmod=mod pmod=mod widehat=hat widetilde=tilde overline=bar overrightarrow=vec intercal=top "
    "smallsetminus=setminus overset=stackrel cdotp=cdot var=Var cov=Cov corr=Corr cor=Corr Tr=tr sign=sgn"
) | {"|": "Vert"}
JOINED = {
    "\\not =": "\\ne",
    "\\not \\in": "\\notin",
    "\\not \\exists": "\\nexists",
    "\\not \\subset": "\\nsubset",
    "\\not \\equiv": "\\nequiv",
    "\\arg \\max": "\\argmax",
    "\\arg \\min": "\\argmin",
}
DIGRAPHS = {":=": "coloneqq", "<=": "le", ">=": "ge", "->": "to", "=>": "implies", "||": "Vert"}
EXPANDED = {"degree": ["^", "\\circ"], "xrightarrow": ["\\to", "^"], "xleftarrow": ["\\leftarrow", "^"]}
RAISED = {"°": "\\circ", "²": "2", "³": "3", "¹": "1", "⁰": "0", "ⁿ": "n"}
UNICODE = table(
    "α=alpha β=beta γ=gamma δ=delta ε=epsilon ϵ=epsilon ζ=zeta η=eta θ=theta ϑ=theta ι=iota κ=kappa λ=lambda μ=mu "
    "µ=mu ν=nu ξ=xi ο=omicron π=pi ρ=rho σ=sigma ς=sigma τ=tau υ=upsilon φ=phi ϕ=phi χ=chi ψ=psi ω=omega Γ=Gamma "
    "Δ=Delta Θ=Theta Λ=Lambda Ξ=Xi Π=Pi Σ=Sigma Φ=Phi Ψ=Psi Ω=Omega ≤=le ≥=ge ≠=ne ≈=approx ≡=equiv ±=pm ∓=mp "
    "×=times ÷=div ·=cdot ⋅=cdot ∑=sum ∏=prod ∫=int √=sqrt ∞=infty ∂=partial ∇=nabla ∈=in ∉=notin ⊂=subset "
    "⊆=subseteq ⊃=supset ⊇=supseteq ∪=cup ∩=cap ∅=emptyset ∀=forall ∃=exists ¬=neg ∧=wedge ∨=vee →=to ←=leftarrow "
    "⇒=implies ⇐=impliedby ⇔=iff ↔=leftrightarrow ↦=mapsto ∝=propto ∼=sim …=ldots ⋯=ldots ′=prime ∣=mid "
    "⊥=perp ∥=Vert ⊤=top ℓ=ell ≪=ll ≫=gg"
)

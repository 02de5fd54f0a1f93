// Depth before colour: only what hides all behind it.
flat in float pattern;
flat in float opacity;
void main() {
    if (int(pattern) == 7 || int(pattern) == 13 || opacity < 0.999) discard;
}

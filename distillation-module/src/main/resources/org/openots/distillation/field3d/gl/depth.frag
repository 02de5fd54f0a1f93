flat in float pattern;
void main() {
    int kind = int(pattern);
#ifdef CEILING
    // light from above falls through open grating
    if (kind == 7) discard;
#endif
    // grating and leaves let about half of slanting light through
    if (kind == 7 || kind == 12) {
        ivec2 p = ivec2(gl_FragCoord.xy);
        if (((p.x + 2 * p.y) % 5) < (kind == 7 ? 3 : 1)) discard;
    }
}

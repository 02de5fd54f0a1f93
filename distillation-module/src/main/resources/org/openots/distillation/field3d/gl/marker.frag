#include "frame.glsl"
in vec2 at;
flat in float pixel;
out vec4 result;
float line(float d, float half_) { return clamp((half_ - abs(d)) / pixel + 0.5, 0.0, 1.0); }
float arrow(vec2 p, float grow) {
    // a wedge that points down, its tip at the origin, in px
    vec2 q = vec2(abs(p.x), p.y);
    float head = max(dot(q - vec2(0.0, 0.0), normalize(vec2(1.0, -0.85))), q.y - 17.0);
    float shaft = max(q.x - 4.5, max(15.0 - q.y, q.y - 34.0));
    return clamp(grow - min(head, shaft) + 0.5, 0.0, 1.0);
}
void main() {
    float r = length(at);
    float beat = fract(time() * 0.8);
    float ring = line(r - 1.0, 2.0 * pixel), back = line(r - 1.0, 3.6 * pixel);
    float wave = line(r - 1.0 - 0.22 * beat, 1.4 * pixel) * (1.0 - beat) * 0.7;
    vec2 p = vec2(at.x, at.y - 1.0) / pixel - vec2(0.0, 7.0 + 7.0 * abs(sin(time() * 3.2)));
    float body = arrow(p, 0.0), edge = arrow(p, 2.0);
    float gold = max(max(ring, wave), body);
    float dark = max(back, edge) * 0.62;
    float a = max(gold, dark);
    result = vec4(mix(vec3(0.05, 0.04, 0.0), vec3(1.0, 0.74, 0.08), gold / max(a, 1e-3)) * a, a);
}

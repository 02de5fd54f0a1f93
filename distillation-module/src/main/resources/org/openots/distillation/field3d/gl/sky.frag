#include "frame.glsl"
#include "noise.glsl"
#include "sky.glsl"
in vec3 ray;
out vec4 result;
void main() {
    vec3 d = normalize(ray);
    vec3 c = clouds(d, skyGradient(d));
    float toSun = max(dot(d, sun.xyz), 0.0);
    c += sunLight.rgb * 6.0 * smoothstep(0.99975, 0.99992, toSun) * (1.0 - rain());
    if (night() > 0.5 && d.y > 0.02) {
        vec2 p = d.xz / (1.0 + d.y) * 150.0;
        vec2 cell = floor(p);
        float star = step(0.988, grain(ivec2(cell))) * smoothstep(0.20, 0.0, length(p - cell - 0.5)) * (0.3 + 1.2 * grain(ivec2(cell) + 99));
        c += star * 0.22 * (1.0 - rain()) * smoothstep(0.02, 0.3, d.y);
    }
    if (d.y < 0.0) c = mix(c, ground.rgb * 0.8, smoothstep(0.0, -0.12, d.y));
    // a grain of less than one step of 8 bit keeps the gradient free of bands
    float dither = (grain(ivec2(gl_FragCoord.xy)) - 0.5) / 255.0;
    result = vec4(toScreen(c) + dither, 1.0);
}

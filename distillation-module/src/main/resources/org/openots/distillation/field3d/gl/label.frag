#include "frame.glsl"
#include "noise.glsl"
#include "sky.glsl"
#include "light.glsl"
uniform sampler2D glyphs;
in vec3 place;
in vec2 uv;
in vec4 vColour;
out vec4 result;
void main() {
    vec2 texel = uv * vec2(textureSize(glyphs, 0));
    float perPixel = max(length(dFdx(texel)), length(dFdy(texel)));
    // distance from the outline: 6 texels are half of the range
    float away = (texture(glyphs, uv, -0.7).r - 0.502) * 12.0 / max(perPixel, 1e-4);
    float soft = 1.0 / max(1.0, perPixel * 0.22);
    float inside = clamp(away * soft + 0.5, 0.0, 1.0);
    // below three pixels a letter is a grey spot: it fades to what it covers
    float small = clamp(1.6 - perPixel / 12.0, 0.0, 1.0);
#ifdef OUTLINED
    float around = clamp(away * soft + 1.9, 0.0, 1.0);
    result = vec4(mix(vec3(0.05), vec3(1.0), inside), around * small);
#else
    vec3 n = normalize(cross(dFdx(place), dFdy(place)));
    Surface s;
    s.place = place;
    s.v = normalize(eye.xyz - place);
    s.n = dot(n, s.v) < 0.0 ? -n : n;
    s.albedo = vColour.rgb;
    s.f0 = vec3(0.03);
    s.rough = 0.7;
    float seen = dot(s.n, sun.xyz) > 0.0 ? sunSeen(place, s.n) : 0.0;
    result = vec4(toScreen(hazy(lit(s, seen), place)), inside * small * vColour.a);
#endif
    if (result.a < 0.004) discard;
}

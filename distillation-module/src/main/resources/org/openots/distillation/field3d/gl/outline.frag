#include "frame.glsl"
uniform sampler2D picture;
in vec2 uv;
out vec4 result;
void main() {
    vec2 px = 1.0 / vec2(textureSize(picture, 0));
    float unit = clamp(viewport.y / 900.0, 0.7, 2.0);
    float here = texture(picture, uv).r, near = 0.0, far = 0.0;
    for (int i = 0; i < 16; i++) {
        float a = float(i) * 0.3926991;
        vec2 d = vec2(cos(a), sin(a)) * px * unit;
        near = max(near, texture(picture, uv + d * 2.2).r);
        far += texture(picture, uv + d * 5.0).r + texture(picture, uv + d * 8.5).r;
    }
    float rim = clamp(near - here, 0.0, 1.0);
    float glow = far / 32.0 * (1.0 - here) * 0.55;
    float pulse = 0.85 + 0.15 * sin(time() * 4.0);
    float a = clamp(max(rim * 0.95, glow) * pulse, 0.0, 1.0);
    result = vec4(vec3(1.0, 0.76, 0.13) * a, a);
}

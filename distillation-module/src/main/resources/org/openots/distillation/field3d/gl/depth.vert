uniform mat4 toLight;
layout(location = 0) in vec3 position;
layout(location = 3) in vec4 surface;
#ifdef INSTANCED
layout(location = 4) in vec4 row0;
layout(location = 5) in vec4 row1;
layout(location = 6) in vec4 row2;
#endif
flat out float pattern;
void main() {
    vec4 p = vec4(position, 1.0);
    pattern = floor(surface.w * 255.0 + 0.5);
#ifdef INSTANCED
    p.xyz = vec3(dot(row0, p), dot(row1, p), dot(row2, p));
#endif
    gl_Position = toLight * p;
}

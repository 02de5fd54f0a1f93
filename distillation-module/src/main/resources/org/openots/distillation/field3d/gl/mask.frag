uniform mat4 toBox;
in vec3 place;
out vec4 result;
void main() {
    vec3 p = abs((toBox * vec4(place, 1.0)).xyz);
    if (max(p.x, max(p.y, p.z)) > 1.0) discard;
    result = vec4(1.0);
}

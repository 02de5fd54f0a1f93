uniform sampler2D picture;
in vec2 uv;
out vec4 result;
void main() { result = texture(picture, uv); }

struct s { int a; };
static struct s f(void) { return 1; } //~ incompatible-types
int main(void) { return f().a; }

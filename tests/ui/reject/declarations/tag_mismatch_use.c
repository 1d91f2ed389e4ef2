struct s { int a; };
union s x; //~ wrong-tag
int main(void) {
    return 0;
}

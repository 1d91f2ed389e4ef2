struct s { int a; } x = {.b = 1}; //~ no-such-member
int main(void) {
    return 0;
}

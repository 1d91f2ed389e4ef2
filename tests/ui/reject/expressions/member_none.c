struct s { int x; } s;
int main(void) {
    return s.y; //~ no-such-member
}

struct s { const int a; } x;
int main(void) {
    x.a = 3; //~ const-assignment
    return 0;
}

struct s { const int a; } x, y;
int main(void) {
    x = y; //~ const-assignment
    return 0;
}

struct s { _Alignas(8) int a : 3; }; //~ invalid-alignment
int main(void) {
    return 0;
}

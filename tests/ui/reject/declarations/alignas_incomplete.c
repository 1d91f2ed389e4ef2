struct s;
_Alignas(struct s) int x; //~ invalid-alignment
int main(void) {
    return 0;
}

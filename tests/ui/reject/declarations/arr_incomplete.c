struct s;
struct s a[3]; //~ array-element
int main(void) {
    return 0;
}

struct s;
int n = sizeof(struct s); //~ incomplete-type
int main(void) {
    return 0;
}

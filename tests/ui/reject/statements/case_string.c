int f(int a) {
    switch (a) {
        case "a": return 0; //~ not-an-integer
    }
    return 0;
}
int main(void) {
    return 0;
}

const int k = 3;
int f(int a) {
    switch (a) {
        case k: return 0; //~ not-constant
    }
    return 0;
}
int main(void) {
    return 0;
}

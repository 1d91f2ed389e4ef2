#undef __STDC__ //~ macro-redefined
int main(void) {
    return 0;
}

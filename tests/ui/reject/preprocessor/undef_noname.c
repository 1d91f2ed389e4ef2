#undef //~ missing-macro-name
int main(void) {
    return 0;
}

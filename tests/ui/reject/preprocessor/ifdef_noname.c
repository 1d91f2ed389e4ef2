#ifdef //~ missing-macro-name
#endif
int main(void) {
    return 0;
}

//@ options: --max-steps 1000
int main(void) {
    for (;;); //~ step-limit
}

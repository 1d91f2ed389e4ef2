/* A line marker may say that the next line is line 0. */ //~ undeclared-name
int main(void) {
# 0
    return n;
}

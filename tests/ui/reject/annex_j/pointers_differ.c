// 6.7.6.1p2: compatible pointers lead to compatible types and are qualified alike
extern const char *text;
extern char *text; //~ conflicting-types
extern int *const place;
extern int *place; //~ conflicting-types
int main(void) {
    return 0;
}

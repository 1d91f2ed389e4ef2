// 6.7.3p10: compatible types are qualified alike
extern const int limit;
extern int limit; //~ conflicting-types
int main(void) {
    return 0;
}

// 6.10.4p3: the least line number, and the largest
//@ options: -W all=error
#line 2147483647
#line 6
int main(void) {
    return __LINE__ - 7;
}

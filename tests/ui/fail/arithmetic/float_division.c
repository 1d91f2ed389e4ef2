//@ options: -W float-division=warning
int main(void) {
    double zero = 0, d = 1 / zero; //~ float-division
    float f = 1;
    f /= (float)zero; //~ float-division
    int i = 5;
    i /= 2.0;
    return (d > 1) + (f > 1) + i - 4;
}

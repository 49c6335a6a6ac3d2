// A fixed-capacity list that can live in constant data: rule metadata and the record type table are
// built from it, so that nothing runs before main.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace zonevet {

template <class T, std::size_t Capacity> class Few {
public:
    constexpr Few() = default;
    constexpr Few(std::initializer_list<T> items)
    {
        for (const T& item : items)
            items_[count_++] = item; // more than Capacity items: not a constant expression, no build
    }

    // There must be room.
    constexpr void add(const T& item) { items_[count_++] = item; }

    constexpr const T* begin() const { return items_; }
    constexpr const T* end() const { return items_ + count_; }
    constexpr std::size_t size() const { return count_; }
    constexpr bool empty() const { return count_ == 0; }
    constexpr const T& operator[](std::size_t i) const { return items_[i]; }

private:
    T items_[Capacity]{};
    std::uint8_t count_ = 0;
};

} // namespace zonevet
